from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('normative', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='review_way',
            field=models.CharField(choices=[('undecided', '未定'), ('here', '在本件中'), ('queue', '合法性审查意见登记簿')], default='undecided', max_length=20, verbose_name='审核意见出处'),
        ),
    ]
